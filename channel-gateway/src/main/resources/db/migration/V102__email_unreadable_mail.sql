-- Mails that the server does not hand out while it hands out others. Those with set_aside_at have been passed by; at most
-- one of a mailbox is still being tried. UIDs are those of the mailbox's present UIDVALIDITY.
create table unreadable_mail (
    id uuid primary key,
    channel text not null,
    uid bigint not null,
    tries integer not null,
    reason text not null,
    first_failed_at timestamptz not null,
    last_failed_at timestamptz not null,
    set_aside_at timestamptz,
    retry_wanted boolean not null default false,
    unique (channel, uid)
);
