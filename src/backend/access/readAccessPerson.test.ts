import { expect, it } from 'vitest'
import { readAccessPerson } from './readAccessPerson'

const ruth = 'ruth@lakeside.example'

it('R32 reads name, number and address from lines that say so', () => {
  expect(readAccessPerson('Hello,\nplease add:\n Name: Sam Lee\n- Contact number: (952) 555-0177 x12\n E-mail: Sam@Lakeside.example\n\nRuth', ruth)).toEqual({
    name: 'Sam Lee', phone: '(952) 555-0177 x12', email: 'sam@lakeside.example',
  })
})

it('R32 takes the only number and the only other address, and marks the name as missing instead of guessing it', () => {
  expect(readAccessPerson('Please add sam@lakeside.example, 952-555-0177.\nRuth Vang <ruth@lakeside.example>', ruth)).toEqual({ name: null, phone: '952-555-0177', email: 'sam@lakeside.example' })
})

it('R33 guesses nothing out of several, nor out of what is quoted', () => {
  expect(readAccessPerson('Call 952-555-0177 or 952-555-0178.\n> Name: Otto\n> otto@harbor.example', ruth)).toEqual({ name: null, phone: null, email: null })
})
