-- Promises to customers. The body is the aggregate; the columns beside it are what is searched by. next_at is its timer:
-- the next moment at which something happens by itself, judged by this database's clock.
create table promise (
    id uuid primary key,
    version bigint not null,
    organisation text not null,
    state text not null check (state in
        ('draft', 'open', 'due-soon', 'late', 'kept', 'kept-late', 'broken', 'moved', 'cancelled')),
    kind text not null,
    customer_id uuid,
    conversation_id uuid,
    queue text,
    owner_type text not null,
    owner_id text not null,
    made_by_id text not null,
    window_from timestamptz not null,
    window_until timestamptz not null,
    next_at timestamptz,
    body jsonb not null,
    changed_at timestamptz not null default now()
);
create index promise_next on promise (next_at) where next_at is not null;
create index promise_conversation on promise (conversation_id) where conversation_id is not null;
create index promise_customer on promise (customer_id, window_until, id);
create index promise_owner on promise (owner_type, owner_id, window_until, id);
create index promise_queue on promise (queue, window_from) where state in ('open', 'due-soon', 'late');
create index promise_listing on promise (window_until, id);
create index promise_changed on promise using brin (changed_at);

-- Who hears of a queue's promises before they are due, and how many call-backs its people can make. The plan "default"
-- is for the queues without one.
create table promise_plan (
    queue text primary key,
    supervisor_id text not null,
    supervisor_name text,
    people int not null check (people >= 0),
    minutes_each int not null check (minutes_each > 0),
    window_minutes int not null check (window_minutes > 0),
    days_ahead int not null check (days_ahead > 0),
    hours jsonb not null,                           -- by day of the week, MONDAY…; none: the company's
    version bigint not null
);
