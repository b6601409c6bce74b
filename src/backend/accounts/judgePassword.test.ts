import { expect, it } from 'vitest'
import { judgePassword } from './judgePassword'

const known = ['pat.lind@northwind.example', 'Pat Lind', 'Northwind Clinics']

it.each(['password1234', 'qwertyuiop12', '123456789012', 'aaaaaaaaaaaa', 'P@ssw0rd1234', 'northwindlind', 'NorthwindClinics1', 'rightfax2026'])('refuses %s in words', async (password) => {
  expect(await judgePassword(password, known)).toContain('too easy to guess')
})

it.each(['copper kettle seldom laughs', 'fax machines never sleep', 'vK9#tq2LmZ!x'])('takes %s', async (password) => {
  expect(await judgePassword(password, known)).toBeNull()
})
