import { storageOrNothing } from '../pending/browser-store.ts';
import { chooseLanguage } from '../text/language.ts';
import { ChatApi } from './chat-api.ts';
import { SaumatonChat } from './saumaton-chat.ts';

/**
 * The chat on any page, by one line:
 * <script src="https://…/widget.js" data-channel="webchat:shop" data-token="…" data-lang="fi" async></script>
 */
function mount(script: HTMLScriptElement): void {
  const { channel, lang } = script.dataset;
  if (!channel || document.querySelector('saumaton-chat')) return;
  if (!customElements.get('saumaton-chat')) customElements.define('saumaton-chat', SaumatonChat);
  const language = chooseLanguage([lang, document.documentElement.lang, ...navigator.languages]);
  const chat = new SaumatonChat();
  chat.setup({
    api: new ChatApi(new URL(script.src).origin, language),
    channel,
    shopToken: () => script.dataset.token || undefined,
    storage: storageOrNothing(() => localStorage),
    language,
  });
  document.body.append(chat);
}

const own = document.currentScript ?? document.querySelector('script[data-channel][src*="widget.js"]');
if (own instanceof HTMLScriptElement) {
  if (document.body) mount(own);
  else addEventListener('DOMContentLoaded', () => mount(own));
}
