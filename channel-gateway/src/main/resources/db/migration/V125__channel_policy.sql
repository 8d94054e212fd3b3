-- What the company says about a channel: opening hours, promise, honest reaction.
create table channel_policy (
    channel text primary key,
    policy jsonb not null,
    changed_by text not null,
    changed_at timestamptz not null
);
create index conversation_opened on conversation (channel, opened_at);
