-- Where the reading of a mailbox stands, and which replica reads it. Judged by the database's clock.
create table mailbox (
    channel text primary key,
    uid_validity bigint,
    last_uid bigint not null default 0,
    lease_holder uuid,
    lease_until timestamptz
);

-- Mails that were taken: after a change of UIDVALIDITY they are known again by their Message-ID (or, without one, their
-- content), and a second mail under the same Message-ID is told from the first by its content.
create table mailbox_mail (
    channel text not null,
    message_key text not null,
    content_hash text not null,
    taken_at timestamptz not null default now(),
    primary key (channel, message_key, content_hash)
);
create index mailbox_mail_taken_at on mailbox_mail using brin (taken_at);
