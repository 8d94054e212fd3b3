import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Our own small set: 24 × 24, one stroke, no fill. */
const drawings = {
  mail: svg`<rect x="3" y="5" width="18" height="14" rx="2.5"/><path d="m3.5 7.5 8.5 6 8.5-6"/>`,
  chat: svg`<path d="M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z"/>`,
  plug: svg`<path d="M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4"/>`,
  bag: svg`<path d="M5 8h14l1 12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5"/>`,
  check: svg`<path d="m4.5 12.5 5 5 10-11"/>`,
  checks: svg`<path d="m2 12.5 4.5 5 9-11M11.5 15.5l2 2 8.5-11"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>`,
  alert: svg`<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1"/>`,
  verified: svg`<path d="M12 3 4.5 6v5.5c0 4.5 3.2 7.7 7.5 9.5 4.3-1.8 7.5-5 7.5-9.5V6zM8.5 12l2.5 2.5 4.5-5"/>`,
  unverified: svg`<path d="M12 3 4.5 6v5.5c0 4.5 3.2 7.7 7.5 9.5 4.3-1.8 7.5-5 7.5-9.5V6zM12 8v4.5M12 15.5v.1"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6"/>`,
  send: svg`<path d="M4 12 20.5 4 15 20.5l-3.5-7zM11.5 13.5 20.5 4"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  down: svg`<path d="m6 9.5 6 6 6-6"/>`,
  back: svg`<path d="m14.5 5-7 7 7 7"/>`,
  clip: svg`<path d="m20 11.5-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.5 8.5a1.6 1.6 0 0 1-2.3-2.3l7.8-7.8"/>`,
  keyboard: svg`<rect x="2.5" y="6" width="19" height="12" rx="2"/><path d="M6.5 10h.1M10 10h.1M14 10h.1M17.5 10h.1M8 14h8"/>`,
  leave: svg`<path d="M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9.5"/>`,
  globe: svg`<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c3 3 3.5 6 3.5 8.5s-.5 5.5-3.5 8.5c-3-3-3.5-6-3.5-8.5s.5-5.5 3.5-8.5z"/>`,
  retry: svg`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5"/>`,
  flag: svg`<path d="M5.5 21V4M5.5 5h12l-2.5 4 2.5 4h-12"/>`,
  phone: svg`<path d="M6 3.5h3l1.5 4.5-2 1.5c1 2.5 3 4.5 5.5 5.5l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5C10 20 4 14 3.5 6 3.5 4.5 4.5 3.5 6 3.5z"/>`,
  tray: svg`<path d="M3.5 13.5 6 5h12l2.5 8.5V19h-17zM3.5 13.5H8a4 4 0 0 0 8 0h4.5"/>`,
  reply: svg`<path d="M9.5 6 4 11.5l5.5 5.5M4 11.5h9a7 7 0 0 1 7 7"/>`,
  link: svg`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.6 1.6M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.6-1.6"/>`,
  dot: svg`<circle cx="12" cy="12" r="3"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof drawings;

export function icon(name: IconName, size = 18): TemplateResult {
  return html`<svg class="icon" width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor"
    stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${drawings[name]}</svg>`;
}
