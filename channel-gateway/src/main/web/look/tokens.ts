import { css } from 'lit';

/** The colours and measures of both pages. Every text colour has a contrast of at least 4.5 on each of the surfaces. */
export const tokens = css`
  :root,
  :host {
    --canvas: #f1f3f0;
    --surface: #ffffff;
    --raised: #f8f9f7;
    --line: #dde2dd;
    --line-strong: #86918d;
    --ink: #18211e;
    --muted: #56625e;
    --accent: #0b6354;
    --accent-hover: #084c41;
    --accent-soft: #e0f0eb;
    --on-accent: #ffffff;
    --banner: #0b6354;
    --on-banner: #ffffff;
    --amber: #8a4a00;
    --amber-soft: #fcf0da;
    --amber-line: #e5b567;
    --red: #b0261c;
    --red-soft: #fdeae7;
    --shadow: 0 1px 2px rgb(20 40 34 / 6%), 0 8px 24px rgb(20 40 34 / 10%);
    --radius: 10px;
    --font: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif;
    color-scheme: light dark;
  }

  @media (prefers-color-scheme: dark) {
    :root,
    :host {
      --canvas: #0f1413;
      --surface: #171d1b;
      --raised: #1e2523;
      --line: #2d3633;
      --line-strong: #73807b;
      --ink: #e7edea;
      --muted: #a3b0ab;
      --accent: #6dd3bd;
      --accent-hover: #8fe3d1;
      --accent-soft: #15352e;
      --on-accent: #05231c;
      --banner: #15352e;
      --on-banner: #e7edea;
      --amber: #f2bd6b;
      --amber-soft: #35270f;
      --amber-line: #7d5c22;
      --red: #ff9f95;
      --red-soft: #3f1f1c;
      --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 8px 24px rgb(0 0 0 / 45%);
    }
  }
`;
