import { signal } from "@preact/signals";
import { USUAL_SORT } from "../people/order.ts";
import type { PortfolioSort } from "./order.ts";

/** Kept while the person goes to a page and comes back. */
export const portfolioSort = signal<PortfolioSort>(USUAL_SORT);
export const portfolioName = signal("");
