// Sorts the built files into what everybody needs (shell) and what each role needs on top of it.

/** What the sorting needs to know of one built chunk. */
export interface Piece {
  file: string;
  isEntry: boolean;
  /** Source file this chunk starts from, when it has one. */
  source: string | null;
  imports: readonly string[];
  dynamicImports: readonly string[];
  /** Style sheets and other files that come with it. */
  assets: readonly string[];
}

export type View = "young" | "advisor";
export type Groups = Record<"shell" | View, string[]>;

const ROOTS: Record<View, string> = {
  young: "screens/young/index.tsx",
  advisor: "screens/advisor/index.tsx",
};

/** Files reached from `starts`, through imports now and later, without entering `closed`. */
function reach(pieces: Map<string, Piece>, starts: readonly string[], closed: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  const waiting = [...starts];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const piece = pieces.get(file);
    if (piece === undefined || found.has(file) || closed.has(file)) continue;
    found.add(file);
    for (const asset of piece.assets) found.add(asset);
    waiting.push(...piece.imports, ...piece.dynamicImports);
  }
  return found;
}

/** The shell is what the entry reaches without entering a role's view; a view is the rest of what it reaches. */
export function groupByView(list: readonly Piece[]): Groups {
  const pieces = new Map(list.map((piece) => [piece.file, piece]));
  const rootOf = (view: View) => list.filter((piece) => piece.source?.endsWith(ROOTS[view])).map((piece) => piece.file);
  const roots = { young: rootOf("young"), advisor: rootOf("advisor") };
  const entries = list.filter((piece) => piece.isEntry).map((piece) => piece.file);
  const shell = reach(pieces, entries, new Set([...roots.young, ...roots.advisor]));
  const own = (view: View) => {
    const others = new Set(view === "young" ? roots.advisor : roots.young);
    return [...reach(pieces, roots[view], others)].filter((file) => !shell.has(file)).sort();
  };
  return { shell: [...shell].sort(), young: own("young"), advisor: own("advisor") };
}
