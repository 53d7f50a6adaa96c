// The list of everything loaded after the first paint, by name. What is not here arrives at once.

export const youngView = () => import("../screens/young/index.tsx");
export const advisorView = () => import("../screens/advisor/index.tsx");
export const signIn = () => import("../screens/shared/sign-in/index.tsx");
export const publicPages = () => import("../screens/shared/pages/index.tsx");
export const terms = () => import("../screens/shared/terms/index.tsx");
