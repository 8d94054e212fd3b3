import { html, type TemplateResult } from 'lit';

/** The mark: two threads, one seam. */
export function mark(size = 28): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="#0b6354" />
    <path d="M7 12.5c4.5 0 4.5 7 9 7s4.5-7 9-7" stroke="#fff" stroke-width="2.6" stroke-linecap="round" />
    <path d="M7 19.5c4.5 0 4.5-7 9-7s4.5 7 9 7" stroke="#7fdcc9" stroke-width="2.6" stroke-linecap="round" />
  </svg>`;
}
