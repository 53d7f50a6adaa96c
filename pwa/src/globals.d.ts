declare module "virtual:sprite" {
  /** Address of the icon sprite; an icon is `<use href={url + "#" + name} />`. */
  const url: string;
  export default url;
}
