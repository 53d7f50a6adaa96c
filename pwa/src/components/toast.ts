import { signal } from "@preact/signals";
import { announce } from "../a11y/announce.ts";

export interface ToastOptions {
  /** Takes the gesture back; also answers to Ctrl+Z while the toast is shown. */
  undo?: () => unknown;
  /** Milliseconds; 8 s by default, 10 s for a gesture on several people. */
  duration?: number;
}

export interface ToastShown extends ToastOptions {
  text: string;
  duration: number;
}

export const shownToast = signal<ToastShown | null>(null);

/** Says what was just done, and for a few seconds offers to take it back. The last one replaces the others. */
export function toast(text: string, { undo, duration = 8000 }: ToastOptions = {}): void {
  shownToast.value = { text, undo, duration };
  announce(text);
}

export function dismissToast(): void {
  shownToast.value = null;
}

/** Takes back the gesture of the toast on screen, if it has one. */
export function undoShown(): void {
  const undo = shownToast.value?.undo;
  dismissToast();
  void undo?.();
}
