-- Where agents are rung.
create table agent_telephone (
    agent_id text primary key,
    kind text not null check (kind in ('number', 'sip', 'browser', 'extension')),
    address text not null,
    changed_at timestamptz not null
);
create index agent_telephone_address on agent_telephone (address);

-- Calls and what they have come to. `step` is what we have to tell Twilio next: connect the caller, or call out.
create table voice_call (
    id text primary key,
    sid text,
    channel text not null,
    direction text not null check (direction in ('in', 'out')),
    customer text,
    conversation_id uuid,
    state text not null check (state in ('WAITING', 'CONNECTING', 'TALKING', 'ENDED')),
    outcome text check (outcome in ('TALKED', 'CALL_BACK', 'UNREACHED')),
    recorded boolean not null,
    agent_id text,
    agent_name text,
    assignment_number bigint not null,
    attempts integer not null,
    started_at timestamptz not null,
    connected_at timestamptz,
    ended_at timestamptz,
    step text check (step in ('connect', 'call')),
    step_due timestamptz,
    step_tries integer not null default 0,
    ring_until timestamptz
);
create index voice_call_conversation on voice_call (conversation_id);
create index voice_call_step on voice_call (step_due) where step is not null;
create index voice_call_running on voice_call (started_at) where state <> 'ENDED';
create index voice_call_answered on voice_call (channel, connected_at) where connected_at is not null;
create index voice_call_ended on voice_call (ended_at) where ended_at is not null;
