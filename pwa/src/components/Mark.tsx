/** The mark: two posts and a rope, two people holding a line, a face that smiles. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect class="ground" width="48" height="48" rx="13" />
      <path class="one" d="M12.5 23v12" />
      <path class="other" d="M35.5 23v12" />
      <circle class="one" cx="12.5" cy="13.5" r="4" />
      <circle class="other" cx="35.5" cy="13.5" r="4" />
      <path class="rope" d="M12.5 24.5c4 9.5 19 9.5 23 0" />
    </svg>
  );
}
