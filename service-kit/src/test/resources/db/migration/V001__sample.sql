create table outbox (
    id uuid primary key,
    seq bigint generated always as identity,
    slot smallint not null,
    aggregatetype text not null,
    aggregateid uuid not null,
    type text not null,
    payload text not null,
    traceparent text,
    occurred_at timestamptz not null,
    created_at timestamptz not null default now()
);
create index outbox_slot_seq on outbox (slot, seq);

create table inbox (
    consumer text not null,
    event_id uuid not null,
    seen_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_seen_at on inbox using brin (seen_at);

create table idempotency_key (
    caller text not null,
    key text not null,
    request_hash text not null,
    response jsonb not null,
    created_at timestamptz not null default now(),
    primary key (caller, key)
);

create table counter (
    id uuid primary key,
    version integer not null,
    value integer not null
);

-- What the sample's consumer did, in its order.
create table effect (
    position bigint generated always as identity primary key,
    counter_id uuid not null,
    value integer not null,
    batch integer not null
);
