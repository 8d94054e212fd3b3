-- Inputs by what they are about, each in one of these at most: an erasure looks for few among all.
create index routing_input_conversation on routing_input ((payload ->> 'conversation_id'))
    where payload ->> 'conversation_id' is not null;
create index routing_input_offer on routing_input ((payload ->> 'offer_id')) where payload ->> 'offer_id' is not null;
create index routing_input_work_item on routing_input ((payload ->> 'work_item_id'))
    where payload ->> 'work_item_id' is not null;
