/** « Nadia », of « Nadia Benali ». */
export function firstNameOf(name: string): string {
  return name.split(" ")[0] ?? name;
}

/** « Nadia Benali » */
export function fullName(person: { first_name: string; last_name: string }): string {
  return `${person.first_name} ${person.last_name}`;
}
