/** @returns {boolean} whether a window can be opened where somebody may see it */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return (process.env['DISPLAY'] ?? '') !== '' || (process.env['WAYLAND_DISPLAY'] ?? '') !== ''
}
