/** « Écouter »: the device's own voice, no byte downloaded. Nothing is offered where no French voice exists. */

import { computed, signal } from "@preact/signals";
import { sentencesOf } from "./sentences.ts";

const voice = signal<SpeechSynthesisVoice | null>(null);

export const canListen = computed(() => voice.value !== null);

/** Key of what is being read aloud. */
export const listeningTo = signal<string | null>(null);

/** Look for a voice; browsers often find theirs after the page has loaded. The answer stops looking, and reading. */
export function findVoice(): () => void {
  const synthesis = globalThis.speechSynthesis as SpeechSynthesis | undefined;
  if (!synthesis) return () => undefined;
  const look = () => (voice.value = synthesis.getVoices().find(({ lang }) => lang.startsWith("fr")) ?? null);
  look();
  synthesis.addEventListener?.("voiceschanged", look);
  return () => {
    synthesis.removeEventListener?.("voiceschanged", look);
    stopListening();
  };
}

/** Read this aloud, or stop when it is what is being read. */
export function toggleListening(key: string, text: string): void {
  const wasReading = listeningTo.peek() === key;
  stopListening();
  if (!wasReading && voice.peek()) read(key, text);
}

export function stopListening(): void {
  if (listeningTo.peek() === null) return;
  listeningTo.value = null;
  speechSynthesis.cancel();
}

function read(key: string, text: string): void {
  const sentences = sentencesOf(text);
  listeningTo.value = key;
  for (const [index, sentence] of sentences.entries()) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice.peek();
    utterance.lang = voice.peek()?.lang ?? "fr-FR";
    if (index === sentences.length - 1) utterance.onend = utterance.onerror = () => finished(key);
    speechSynthesis.speak(utterance);
  }
}

function finished(key: string): void {
  if (listeningTo.peek() === key) listeningTo.value = null;
}
