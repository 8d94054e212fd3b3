-- Routing: who serves, what waits, what is offered to whom, and why.

-- One row serialises all decisions of a domain: whoever holds its lock applies the inputs that wait. Its version counts
-- the transactions that did; rows carry the version that wrote them, so that a cache reads only what it has missed.
create table domain (
    name text primary key,
    version bigint not null
);

-- Everything that happened to routing, in the order in which it was applied (applied_version, applied_position): waiting
-- to be applied, applied, or refused for good (failure).
create table routing_input (
    seq bigint generated always as identity primary key,
    domain text not null references domain (name),
    id uuid not null,
    kind text not null,
    payload jsonb not null,
    traceparent text,
    received_at timestamptz not null default clock_timestamp(),
    applied_version bigint,
    applied_position int,
    applied_at timestamptz,
    failure text
);
create index routing_input_waiting on routing_input (domain, seq) where applied_at is null;
create index routing_input_applied on routing_input using brin (applied_at);

-- Deadlines, judged by the clock of this database: offer (ref = offer), lease (ref = agent).
create table timer (
    kind text not null,
    ref text not null,
    due_at timestamptz not null,
    primary key (kind, ref)
);
create index timer_due on timer (due_at);

create table queue (
    name text primary key,
    organisation text not null default 'own',
    required_skills jsonb not null,
    offer_seconds int not null check (offer_seconds > 0),
    priority int not null,
    channels jsonb not null,
    version bigint not null,
    domain_version bigint not null
);

create table agent (
    id text primary key,
    organisation text not null default 'own',
    name text not null,
    skills jsonb not null,
    languages jsonb not null,
    queues jsonb not null,
    capacity jsonb not null,
    presence text not null,
    presence_reason text,
    since timestamptz not null,
    idle_since timestamptz not null,
    version bigint not null,
    domain_version bigint not null
);

create table work_item (
    id uuid primary key,
    organisation text not null default 'own',
    conversation_id uuid not null,
    opened_version bigint not null,
    conversation_version bigint not null,
    situation jsonb not null,
    queue text not null,
    state text not null,
    reason text not null,
    reply_due boolean not null,
    due_since timestamptz not null,
    queued_at timestamptz not null,
    refused_by jsonb not null,
    offer_id uuid,
    agent_id text,
    assignment_number bigint not null,
    assigned_at timestamptz,
    domain_version bigint not null
);
-- No conversation has two owners, whatever the code does.
create unique index work_item_active on work_item (conversation_id) where state in ('waiting', 'offered', 'assigned');
create index work_item_moving on work_item (state) where state in ('waiting', 'offered')
    or (state = 'assigned' and reply_due);
create index work_item_agent on work_item (agent_id) where state = 'assigned';
create index work_item_listing on work_item (state, queued_at, id);
create index work_item_version on work_item (domain_version);

create table offer (
    id uuid primary key,
    work_item_id uuid not null references work_item (id),
    conversation_id uuid not null,
    agent_id text not null,
    queue text not null,
    decision_id uuid not null,
    state text not null,
    reason text,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    domain_version bigint not null
);
-- One reservation at a time.
create unique index offer_pending on offer (work_item_id) where state = 'pending';
create index offer_agent_pending on offer (agent_id) where state = 'pending';
create index offer_version on offer (domain_version);

-- What is remembered of a conversation beyond its work: closings that came too early, whose turn it is, fencing tokens.
create table conversation (
    id uuid primary key,
    closed_version bigint not null,
    turn_version bigint not null,
    reply_due boolean not null,
    assignment_number bigint not null
);

-- Whose turn it was after the last message that this service has seen: what changes nothing becomes no input. A
-- conversation without a row has not been answered yet.
create table turn (
    conversation_id uuid primary key,
    reply_due boolean not null,
    version bigint not null
);

create table decision (
    id uuid primary key,
    decided_at timestamptz not null,
    work_item_id uuid not null,
    conversation_id uuid not null,
    body jsonb not null
);
create index decision_conversation on decision (conversation_id, id);

-- The technical tables of every service.
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

-- What an installation starts with: one queue that takes everything.
insert into domain (name, version) values ('main', 0);
insert into queue (name, required_skills, offer_seconds, priority, channels, version, domain_version)
values ('support', '[]', 30, 0, '["email", "webchat", "webhook"]', 1, 0);
