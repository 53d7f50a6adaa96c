// Every icon the screens may show, by its lucide name. A name not listed here does not type-check.

export const ICONS = [
  "arrow-left", "arrow-left-right", "arrow-right", "bell", "briefcase", "building-2", "calendar-check",
  "calendar-days", "calendar-plus", "camera", "chart-column", "check", "check-check", "chevron-down", "chevron-left",
  "chevron-right", "chevron-up", "chevrons-up-down", "circle", "circle-alert", "circle-check", "circle-dashed", "circle-question-mark", "clock",
  "cloud-check", "cloud-off", "cloud-upload", "compass", "copy", "download", "dumbbell", "ear", "ellipsis-vertical", "external-link", "eye",
  "eye-off", "file-text", "flag", "graduation-cap", "hand-coins", "heart-pulse", "history", "hourglass", "house", "id-card", "info",
  "languages", "layers", "list-checks", "lock", "log-out", "mail", "map-pin", "maximize-2", "menu", "message-circle",
  "message-square-plus", "message-square-text", "mic", "minus", "monitor", "moon", "pause", "pen-line", "pencil",
  "phone", "play", "plus", "presentation", "printer", "qr-code", "refresh-cw", "reply", "search", "send",
  "send-horizontal", "share", "share-2", "shield", "smartphone", "sparkles", "square-pen", "square-plus", "sun", "sun-moon",
  "tablet-smartphone", "trash-2", "triangle-alert", "type", "undo-2", "user-plus", "user-round", "users-round",
  "volume-2", "wifi-off", "x",
  "bus",
  "calendar-x",
  "ellipsis",
  "stethoscope",
  "sticky-note",
  "video",
] as const;

export type IconName = (typeof ICONS)[number];
