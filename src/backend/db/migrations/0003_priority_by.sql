-- Every priority a ticket ever had says whose value it was (R49); what was stored before is told from the timeline.
UPDATE "ticket" SET "facts" = (
  SELECT jsonb_agg(
    CASE
      WHEN fact->>'kind' <> 'priority' OR fact->'by' IS NOT NULL THEN fact
      WHEN EXISTS (
        SELECT 1 FROM "timeline_event"
        WHERE "timeline_event"."ticket_id" = "ticket"."id"
          AND "timeline_event"."body"->>'kind' = 'priority'
          AND "timeline_event"."body"->>'by' = 'engineer'
          AND round(extract(epoch FROM "timeline_event"."at") * 1000) = (fact->>'at')::numeric
      ) THEN fact || '{"by": "engineer"}'
      ELSE fact || '{"by": "customer"}'
    END
    ORDER BY place
  )
  FROM jsonb_array_elements("facts") WITH ORDINALITY AS known(fact, place)
)
WHERE "facts" @> '[{"kind": "priority"}]';
