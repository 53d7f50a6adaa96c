/** What mends a refusal: changing words that do not pass, keeping those that have nowhere to go, or trying again. */
export function remedyFor(why: string | undefined): "edit" | "copy" | "retry" {
  if (why === "validation" || why === "too_large") return "edit";
  const isFinal = why === "forbidden" || why === "gone" || why === "too_late" || why === "invalid_transition";
  return isFinal ? "copy" : "retry";
}
