import type { IconName } from '../look/icons.ts';

const icons: Readonly<Record<string, IconName>> = { email: 'mail', webchat: 'chat', webhook: 'plug' };

export function channelIcon(kind: string | null | undefined): IconName {
  return (kind && icons[kind]) || 'chat';
}
