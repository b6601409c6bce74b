import '@fontsource-variable/inter/index.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { startDesk } from './app/startDesk'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no element #root: src/renderer/index.html and main.tsx do not fit.')

startDesk()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
