-- Moving in: what other systems know of people and their matters, taken over page by page.
create table import_job (
  id uuid primary key,
  origin text not null,                       -- the system and its name: zendesk-main; of a file, the name alone
  system text not null,
  source text not null,                       -- the name of the configured connection, or of the file's system
  what text[] not null,                       -- contacts, tickets: in the order in which they are read
  file_id uuid,
  columns jsonb not null,                     -- of a file: our field to its header
  dry_run boolean not null,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  requested_by text not null,
  requested_by_name text not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  stage integer not null default 0,           -- which of what is being read
  cursor text,                                -- where to go on within the stage
  counted boolean not null default false,     -- whether the system has been asked how much there is
  total bigint,                               -- null when the system does not say
  progress double precision,                  -- 0 to 1; null when nobody knows
  done bigint not null default 0,
  worked_millis bigint not null default 0,
  outcomes jsonb not null default '{}',
  lease uuid,                                 -- who has the next page; a new one each time
  lease_until timestamptz,
  page_at timestamptz,                        -- the last page
  attempts integer not null default 0,        -- in a row without a page
  not_before timestamptz,                     -- the system or our own pace asks to wait
  trouble text);
create index import_job_waiting on import_job (page_at nulls first, id) where state in ('waiting', 'running');

-- What was worth telling of single records: links with their evidence, refusals with their reasons.
create table import_finding (
  job_id uuid not null references import_job (id) on delete cascade,
  number bigint not null,
  kind text not null,
  external_id text not null,
  outcome text not null,
  customer_id uuid,
  reason text,
  ties jsonb not null,
  primary key (job_id, number));
create index import_finding_customer on import_finding (customer_id) where customer_id is not null;

-- What a dry run has seen on earlier pages, to know it again: keyed hashes of handles, kept while it runs.
create table import_seen (
  job_id uuid not null references import_job (id) on delete cascade,
  hash text not null,
  external_id text not null,
  customer_id uuid,                           -- whom it would be linked to; null for somebody new
  primary key (job_id, hash));
create index import_seen_record on import_seen (job_id, external_id);
create index import_seen_customer on import_seen (customer_id) where customer_id is not null;

-- What has moved in, by its natural key: the same record again changes nothing.
create table moved_record (
  origin text not null,
  kind text not null check (kind in ('contact', 'ticket')),
  external_id text not null,
  hash text not null,
  changed_at timestamptz,
  customer_id uuid not null references customer (id),
  conversation_id uuid,
  issue_id uuid,
  opened boolean not null default false,      -- whether the issue began with the ticket
  ended boolean not null default false,       -- whether the ticket had ended when it was seen last
  moved_at timestamptz not null,
  primary key (origin, kind, external_id));
create index moved_record_customer on moved_record (customer_id);
create index moved_record_conversation on moved_record (conversation_id) where conversation_id is not null;
create index moved_record_issue on moved_record (issue_id) where issue_id is not null;

create table import_file (
  id uuid primary key,
  name text not null,
  size bigint not null,
  uploaded_by text not null,
  created_at timestamptz not null);
create table import_file_part (
  file_id uuid not null references import_file (id) on delete cascade,
  start bigint not null,
  content bytea not null,
  primary key (file_id, start));
