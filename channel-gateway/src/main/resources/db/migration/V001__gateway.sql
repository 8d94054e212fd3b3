-- Technical tables, the same in every service (service-kit).
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

-- A thread in one channel. Times are UTC, microseconds.
create table conversation (
    id uuid primary key,
    organisation text not null default 'own',
    reference text not null unique,
    channel text not null,
    channel_kind text not null,
    handle_kind text not null,
    handle_value text not null,
    thread_key text not null,
    subject text,
    language text,
    sender jsonb not null,
    state text not null check (state in ('open', 'closed')),
    first_message_id uuid not null,
    last_number integer not null,
    opened_at timestamptz not null,
    last_message_at timestamptz not null,
    reply_due_since timestamptz,
    closed_at timestamptz,
    owner_id text,
    owner_name text,
    assignment_number bigint not null default 0,
    offer_id uuid,
    offered_to text,
    customer jsonb,
    issue jsonb,
    identified_version bigint not null default 0,
    identified_at timestamptz,
    version bigint not null
) with (fillfactor = 80);
-- No index on what an ongoing message changes: its update stays within the page.
-- Two replicas cannot open the same thread twice, whatever a rebalance does.
create unique index conversation_open_thread
    on conversation (channel, handle_kind, handle_value, thread_key) where state = 'open';
create index conversation_thread on conversation (handle_value, channel, handle_kind, thread_key);
create index conversation_owner on conversation (owner_id, id);
create index conversation_open on conversation (id) where state = 'open';
create index conversation_issue on conversation ((issue ->> 'issue_id')) where issue is not null;

create table message (
    id uuid primary key,
    conversation_id uuid not null references conversation,
    number integer not null,
    direction text not null check (direction in ('in', 'out')),
    channel text not null,
    provider_id text not null,
    author_type text not null,
    author_id text,
    author_name text,
    verified boolean not null,
    text text not null,
    full_text text,
    html text,
    attachments jsonb not null default '[]',
    automatic boolean not null,
    in_reply_to uuid,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    delivery_status text,
    delivery_reason text,
    delivery_changed_at timestamptz,
    unique (conversation_id, number),
    unique (channel, provider_id)
);

-- Addresses that somebody named without proof, remembered per handle for the conversation to come.
create table claim (
    channel text not null,
    handle_kind text not null,
    handle_value text not null,
    kind text not null,
    value text not null,
    made_at timestamptz not null,
    primary key (channel, handle_kind, handle_value, kind, value)
);

create table attachment (
    id uuid primary key,
    conversation_id uuid not null,
    message_id uuid not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    content bytea not null
);

-- Bodies too big for Kafka; the record in `ingress` names the row.
create table ingress_blob (
    id uuid primary key,
    content bytea not null,
    created_at timestamptz not null default now()
);
create index ingress_blob_created on ingress_blob (created_at);

-- Messages that still have to go out. A row lives until the outcome is known; the outcome itself stands in `message`.
create table delivery (
    message_id uuid primary key references message,
    conversation_id uuid not null,
    number integer not null,
    channel text not null,
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    lease_holder text,
    lease_until timestamptz,
    created_at timestamptz not null
);
create index delivery_due on delivery (next_attempt_at);
create index delivery_conversation on delivery (conversation_id, number);

-- The stream: a recipient's sequence has no holes, because it is counted in its own row by the storing transaction.
create table recipient (
    id text primary key,
    last_sequence bigint not null,
    updated_at timestamptz not null
);
create table stream_event (
    recipient text not null,
    sequence bigint not null,
    kind text not null,
    data jsonb not null,
    at timestamptz not null,
    primary key (recipient, sequence)
);
create index stream_event_at on stream_event (at);
