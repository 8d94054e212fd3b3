-- Who says to be somebody who is erased: few ever do.
create index conversation_claimed on conversation ((customer ->> 'claimed_customer_id'))
    where customer ->> 'claimed_customer_id' is not null;
create index stream_event_claimed on stream_event ((data #>> '{conversation,customer,claimedCustomerId}'))
    where data #>> '{conversation,customer,claimedCustomerId}' is not null;
