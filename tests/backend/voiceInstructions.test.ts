import { expect, test } from 'vitest'
import { callInstructions } from '../../src/backend/voice/callInstructions'
import { readXml } from '../fixtures/readXml'

test('R15 steps come in order, with what they need', () => {
  const xml = callInstructions([
    { do: 'say', text: 'Hello.' },
    { do: 'record', seconds: 600, recordedUrl: 'https://help.example/r', completeUrl: 'https://help.example/c' },
    { do: 'goOn', url: 'https://help.example/e' },
    { do: 'hangUp' },
  ])
  expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true)
  const { children } = readXml(xml)
  expect(children.map(({ name, text }) => [name, text])).toEqual([
    ['Say', 'Hello.'], ['Record', ''], ['Redirect', 'https://help.example/e'], ['Hangup', ''],
  ])
  expect(children[1]?.attributes).toEqual({
    action: 'https://help.example/r', method: 'POST', maxLength: '600', timeout: '10', finishOnKey: '#', playBeep: 'true',
    recordingStatusCallback: 'https://help.example/c', recordingStatusCallbackMethod: 'POST', recordingStatusCallbackEvent: 'completed absent',
  })
})

test('R15 a name full of XML stays words, and what no voice or XML can say is left out', () => {
  const [said, ...more] = readXml(callInstructions([{ do: 'say', text: 'A</Say><Dial>900</Dial> & "B" <![CDATA[x]]> &amp; 24×7\u0000\u0007\ud800\ufffe end' }])).children
  expect(more).toEqual([])
  expect(said?.text).toBe('A</Say><Dial>900</Dial> & "B" <![CDATA[x]]> &amp; 24 by 7  end')
})

test('an address with marks of XML arrives whole', () => {
  const url = `https://help.example/a?b=1&c="2"&d='3'<4>`
  const [record, redirect] = readXml(callInstructions([{ do: 'record', seconds: 1, recordedUrl: url, completeUrl: url }, { do: 'goOn', url }])).children
  expect([record?.attributes['action'], redirect?.text]).toEqual([url, url])
})

test('no steps ask nothing more', () => {
  expect(readXml(callInstructions([]))).toEqual({ name: 'Response', attributes: {}, text: '', children: [] })
})
