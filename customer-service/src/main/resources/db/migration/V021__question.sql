-- What messages of ours spoke of and asked for, and whether it had been known: for the no-repeat index, and because a
-- number alone is an order number only when one was asked for.
create table question (
  message_id uuid not null,
  kind text not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  author_type text,
  author_id text,
  asked boolean not null,                     -- else only mentioned
  known_since timestamptz,                    -- asked although it was known
  known_source uuid,
  asked_at timestamptz not null,
  primary key (message_id, kind));
create index question_conversation on question (conversation_id, asked_at desc);
create index question_repeated on question (asked_at) where known_since is not null;

-- The no-repeat index counts contacts by when they began.
create index contact_began on contact (began_at);
