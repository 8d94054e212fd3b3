-- What a customer's message is, and how it came where nobody here can show it.
alter table message add column kind text not null default 'text';
alter table message add column raw text;
-- The provider's own code of a failure.
alter table message add column delivery_code text;

-- Records of kinds that nobody knows and that belong to no conversation: kept as they came.
create table unsupported_record (
    id uuid primary key,
    channel text not null,
    kind text not null,
    raw text not null,
    received_at timestamptz not null
);
create index unsupported_record_at on unsupported_record using brin (received_at);

-- News of our messages under ids that are not known yet: the answer to the send itself may still be on its way.
create table early_receipt (
    channel text not null,
    provider_id text not null,
    status text not null,
    reason text,
    code text,
    at timestamptz not null,
    received_at timestamptz not null default now(),
    primary key (channel, provider_id, status)
);
create index early_receipt_at on early_receipt using brin (received_at);
