const nested = (depth: number, open: string, close: string): string => `${open.repeat(depth)}${close.repeat(depth)}`

/** JSON texts of single values that code is seldom written for. */
export const hostileJson: readonly string[] = [
  'null', 'true', '0', '-0', '-1', '1.5', '1e400', '-1e400', '1e21', '9007199254740993', '1'.repeat(400), '""', '" "', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"', '"\\u202e"', '"__proto__"', '"constructor"',
  '"\'; drop table ticket; --"', '"../../etc/passwd"', '"%00"', '"NaN"', '"1e9"', '"00000000-0000-0000-0000-000000000000"', `"${'x'.repeat(70_000)}"`, '[]', '[null]', '[[]]', `[${'0,'.repeat(5_000)}0]`, '{}',
  '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"toString":null,"valueOf":1}', '{"length":-1}', '{"then":1}', nested(1_000, '[', ']'), nested(5_000, '{"a":', '}').replace('}', '1}'),
]

/** Whole bodies that are no JSON, or JSON nobody should be hurt by. */
export const hostileBodies: readonly (string | Buffer)[] = [
  '', ' ', '{', '}', '{"device":', '[', '"', "{'a':1}", '{"a":1,}', '{a:1}', '{"a":1} {"b":2}', 'undefined', 'NaN', '/* */ {}', '\ufeff{}', '{"a":"\n"}', '{"a":"\u0000"}',
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), Buffer.from('{"a":1}', 'utf16le'), Buffer.alloc(2_000), nested(100_000, '[', ']'), nested(100_000, '{"a":', '}'), '['.repeat(100_000),
  '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{"admin":true}}}', '{"a":{"__proto__":null}}', `{${'"a":1,'.repeat(10_000)}"a":1}`, `"${'x'.repeat(1_100_000)}"`,
]

/** Address parts and field values of forms: what stands in them is always text. */
export const hostileTexts: readonly string[] = [
  '', ' ', '\0', 'a\0b', '\ud800', '\u202egpj.exe', '-1', '0', '1e9', '99999999999999999999', 'NaN', 'null', '__proto__', 'constructor', '../..', '..%2f..', "' or 1=1 --", '<script>', '%', '%00', '\r\nSet-Cookie: a=b', '\u{1f4e0}'.repeat(300), 'x'.repeat(5_000), '00000000-0000-0000-0000-000000000000', '10001',
]

/** Parts of an address as they stand in it: encoded, half encoded, not at all. */
export const hostileParts: readonly string[] = ['%00', '%ff', '%', '%zz', '%E0%A4%A', '..', '%2e%2e%2f', '-1', '0', '1e9', '999999999999', '99999999999999999999', 'NaN', '__proto__', 'constructor', '00000000-0000-0000-0000-000000000000', '%F0%9F%93%A0', 'x'.repeat(3_000), '10001;a=b', '%0d%0aa:b', "'%20or%201=1", '10001', '*', '']

export const hostileQueries: readonly string[] = ['', '?', '?next=//evil.example', '?next[]=1&next[]=2', '?next=/requests&next=/', '?__proto__[a]=1', '?constructor=1', '?token=%00', '?token=%', '?token=a&token=b', '?reason=constructor', '?added=__proto__', `?${'a=1&'.repeat(3_000)}`, '?%00=%00', '?=', '?a=%ud800']
