-- To whom it goes, until when it is worth sending, and whether an attempt has left its outcome open.
alter table delivery add column recipient text not null default '';
alter table delivery add column deadline_at timestamptz;
alter table delivery add column uncertain boolean not null default false;
create index delivery_created on delivery (created_at);

-- What has to wait: everything of a channel (recipient '') or everything to one person.
create table delivery_pause (
    channel text not null,
    recipient text not null,
    until timestamptz not null,
    failures integer not null,
    primary key (channel, recipient)
);

-- When the next message of a channel with a rate would be due if they went out evenly (GCRA's theoretical arrival time).
create table delivery_rate (
    channel text primary key,
    due_at timestamptz not null
);
