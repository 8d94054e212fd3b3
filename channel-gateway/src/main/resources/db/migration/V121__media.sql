-- Files that a provider keeps for us: fetched in the background.
alter table attachment alter column content drop not null;
alter table attachment add column state text not null default 'stored' check (state in ('pending', 'stored', 'failed'));
alter table attachment add column reason text;
alter table attachment add column media_ref text;
alter table attachment add column attempts integer not null default 0;
alter table attachment add column next_attempt_at timestamptz;
alter table attachment add column lease_until timestamptz;
alter table attachment add column asked_at timestamptz not null default now();
create index attachment_pending on attachment (next_attempt_at) where state = 'pending';
