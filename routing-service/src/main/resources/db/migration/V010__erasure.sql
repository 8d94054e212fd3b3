-- Conversations of erased customers: what routing remembers of them goes as soon as nobody works on them any more, the
-- ended work itself when all replicas have caught up with it and no late event can bring it back.
create table erased_conversation (
    conversation_id uuid primary key,
    erasure_id uuid not null,
    customer_id uuid not null,
    erased_at timestamptz not null,
    settled_at timestamptz,                     -- nobody worked on it any more, and what is remembered was removed again
    cleared_at timestamptz                      -- the ended work was removed as well
);
create index erased_conversation_uncleared on erased_conversation (erased_at) where cleared_at is null;
create index work_item_conversation on work_item (conversation_id);
create index offer_conversation on offer (conversation_id);
