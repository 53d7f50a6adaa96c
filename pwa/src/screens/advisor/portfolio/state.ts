import { signal } from "@preact/signals";
import { type Sort, USUAL_SORT } from "../people/order.ts";

/** Kept while the person goes to a page and comes back. */
export const portfolioSort = signal<Sort>(USUAL_SORT);
export const portfolioName = signal("");
