-- Where the ledger says a provisional fill stands; it may come before the fill does.
create table fill_standing (
    event_id uuid   not null primary key,
    version  bigint not null,
    status   text   not null
);
create index fill_standing_unconfirmed on fill_standing (event_id) where status = 'UNCONFIRMED';

drop table confirmed_execution;

-- A fill is a fact of its own: two of one execution may stand beside each other. All else of it is in its JSON.
alter table live_fill
    drop constraint live_fill_pkey,
    drop column execution,
    drop column exec_id,
    drop column symbol,
    drop column instrument,
    drop column quantity,
    drop column price,
    drop column currency,
    drop column commission,
    drop column commission_currency,
    drop column status,
    add primary key (event_id);
