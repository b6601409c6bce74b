/**
 * A customer's browser: a window without any of the desk in it. Electron is a browser that every machine with the desk has.
 * Its one argument is the folder for its cookies.
 */
import { app, BrowserWindow } from 'electron'

const profile = process.argv.at(-1)
if (profile === undefined) throw new Error('Name the folder of this browser’s profile.')
app.setPath('userData', profile)
app.on('ready', () => void new BrowserWindow({ width: 1200, height: 960, useContentSize: true, webPreferences: { sandbox: true } }).loadURL('about:blank'))
