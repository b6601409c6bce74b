-- Tickets kept before a priority said whose hand set it: an engineer's when the timeline says so for that moment, else the customer's.
UPDATE "ticket" SET "facts" = (
  SELECT jsonb_agg(
    CASE WHEN "fact" ->> 'kind' = 'priority' AND NOT ("fact" ? 'by') THEN
      "fact" || jsonb_build_object('by', CASE WHEN EXISTS (
        SELECT 1 FROM "timeline_event"
        WHERE "timeline_event"."ticket_id" = "ticket"."id"
          AND "timeline_event"."body" ->> 'kind' = 'priority'
          AND "timeline_event"."body" ->> 'by' = 'engineer'
          AND round(extract(epoch FROM "timeline_event"."at") * 1000) = ("fact" ->> 'at')::numeric
      ) THEN 'engineer' ELSE 'customer' END)
    ELSE "fact" END
    ORDER BY "place")
  FROM jsonb_array_elements("facts") WITH ORDINALITY AS "each" ("fact", "place")
)
WHERE jsonb_array_length("facts") > 0;
