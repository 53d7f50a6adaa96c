import { useEffect } from "preact/hooks";
import { sayArrivals } from "./arrivals.ts";
import { sayNetwork } from "./network.ts";
import { saySendings } from "./sendings.ts";
import { tellInTitle } from "./title.ts";

/** What happens by itself, told to who does not see it, on whatever screen they are; mounted once for both views. */
export function Spoken() {
  useEffect(() => {
    const stops = [sayArrivals(), saySendings(), sayNetwork(), tellInTitle()];
    return () => stops.forEach((stop) => stop());
  }, []);
  return null;
}
