import { computed } from "@preact/signals";
import { person } from "../memory.ts";
import { record, records } from "../records.ts";

const zone = computed(() => {
  const own = record("structure", person.value?.structure?.id ?? "") ?? records("structure")[0];
  return own?.d.time_zone ?? "Europe/Paris";
});

/** Name of the structure's time zone ("Indian/Reunion"): days begin and end there, wherever the screen is. */
export function timeZone(): string {
  return zone.value;
}
