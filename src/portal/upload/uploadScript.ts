/**
 * The pages' one script, served as a file: the pages' policy allows none inside them. Text, so that it lies in any bundle.
 * It sends a form with files with a progress bar and a way to cancel, says which file is too large before sending, and
 * keeps words and files over an error. Without it the form is sent by the browser, with the same answers.
 */
export const uploadScript = `'use strict';
(() => {
  const mebi = 1024 * 1024;
  const formOf = (place) => place.querySelector('form[enctype="multipart/form-data"]');
  const make = (name, text, given = {}) => Object.assign(document.createElement(name), { textContent: text }, given);
  const sayProgress = (sent, total) => {
    const [unit, bytes] = total < mebi ? ['KB', 1024] : ['MB', mebi];
    return (sent / bytes).toFixed(1) + ' of ' + (total / bytes).toFixed(1) + ' ' + unit;
  };

  const faultsOf = (input) => {
    const most = { bytes: Number(input.dataset.mostBytes), files: Number(input.dataset.mostFiles) };
    const large = [...input.files].filter(({ size }) => size > most.bytes);
    const faults = large.map(({ name }) => '“' + name + '” is larger than ' + most.bytes / mebi + ' MB. Please leave it out or make it smaller.');
    return input.files.length > most.files ? [...faults, 'Please attach at most ' + most.files + ' files; you chose ' + input.files.length + '.'] : faults;
  };

  const enhance = (form) => {
    const input = form.querySelector('input[type=file]');
    const button = form.querySelector('button[type=submit]');
    // It has to be there before it speaks, or a screen reader misses the first words.
    const status = make('p', '', { className: 'unseen', role: 'status' });
    const alarm = make('div', '', { role: 'alert' });
    const fault = make('div', '', { role: 'alert', id: 'attachments-fault' });
    const described = input.getAttribute('aria-describedby') ?? '';
    let stale = false;
    input.before(fault);
    button.before(alarm);
    form.append(status);

    const showFaults = () => {
      const faults = faultsOf(input);
      fault.replaceChildren(...faults.map((text) => make('p', text, { className: 'problem' })));
      if (faults.length > 0) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
      input.setAttribute('aria-describedby', (faults.length > 0 ? 'attachments-fault ' : '') + described);
      return faults.length > 0;
    };

    const tell = (text, { link = '', className = 'problem' } = {}) => {
      const words = make('p', text + ' ', { className });
      words.append(link);
      alarm.replaceChildren(words);
      button.focus();
    };

    const showAnswer = (request) => {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const main = page.querySelector('main');
      const next = main && formOf(main);
      if (!next) {
        const words = main ? [...main.querySelectorAll('h1, .lead')].map((part) => part.textContent).join('. ') : '';
        return tell((words || 'The answer could not be read.') + ' What you typed and chose is still here.');
      }
      next.querySelector('input[type=file]').files = input.files;
      next.querySelector('.choose-again')?.remove();
      document.title = page.title;
      document.querySelector('main').replaceWith(main);
      enhance(next);
      const problems = main.querySelector('.problems');
      problems.tabIndex = -1;
      problems.focus();
    };

    const send = () => {
      const request = new XMLHttpRequest();
      const words = make('p', 'Sending…', { className: 'upload-words' });
      const bar = make('progress', '', { max: 1, value: 0, ariaLabel: 'Sent so far' });
      const cancel = make('button', 'Cancel', { type: 'button', className: 'button button-plain button-small', onclick: () => request.abort() });
      const panel = make('div', '', { className: 'upload', role: 'group', ariaLabel: 'Sending your files', tabIndex: -1 });
      let sent = 'Sending';
      let everything = false;
      let quarter = 0;
      panel.append(words, bar, cancel);
      alarm.replaceChildren();
      button.hidden = true;
      button.disabled = true;
      button.after(panel);
      // Not the button: a key held down since the form was sent would press it.
      panel.focus();
      status.textContent = 'Sending your files.';

      const end = () => {
        panel.remove();
        button.hidden = false;
        button.disabled = false;
        status.textContent = '';
      };
      request.upload.onprogress = ({ loaded, total }) => {
        sent = sayProgress(loaded, total);
        words.textContent = sent;
        bar.value = total === 0 ? 1 : loaded / total;
        const passed = Math.floor(bar.value * 4);
        if (passed > quarter && passed < 4) status.textContent = passed * 25 + ' percent sent.';
        quarter = Math.max(quarter, passed);
      };
      request.upload.onload = () => {
        everything = true;
        bar.removeAttribute('value');
        cancel.remove();
        words.textContent = 'Everything is sent. Waiting for the answer…';
        status.textContent = words.textContent;
      };
      request.onabort = () => {
        end();
        status.textContent = 'Cancelled. Nothing was submitted.';
        tell('You cancelled after ' + sent + '. Nothing was submitted; what you typed and chose is still here.', { className: 'hint' });
      };
      request.onerror = () => {
        end();
        tell(
          everything
            ? 'The connection broke before the answer came. Please send it once more: the same form is never taken twice.'
            : 'The connection broke. Nothing was submitted; what you typed and chose is still here. Please try again.',
        );
      };
      request.onload = () => {
        if (request.status < 400 && new URL(request.responseURL).pathname !== '/sign-in') return location.assign(request.responseURL);
        end();
        if (request.status >= 400) return showAnswer(request);
        stale = true;
        const link = make('a', 'Sign in again in a new tab', { href: '/sign-in', target: '_blank', rel: 'noopener' });
        tell('Your session has ended, so nothing was submitted. What you typed and chose is still here. After signing in, send it again from this page.', { link });
      };
      request.open('POST', form.action);
      request.send(new FormData(form));
    };

    // A new session has another proof for its forms: the page is asked for it.
    const renew = () => {
      const request = new XMLHttpRequest();
      request.onload = () => {
        const page = new DOMParser().parseFromString(request.responseText, 'text/html');
        const fresh = formOf(page)?.querySelector('[name=formToken]');
        if (fresh) form.querySelector('[name=formToken]').value = fresh.value;
        stale = !fresh;
        send();
      };
      request.onerror = () => tell('The connection broke. Nothing was submitted; please try again.');
      request.open('GET', location.href);
      request.send();
    };

    input.addEventListener('change', showFaults);
    form.addEventListener('submit', (event) => {
      if (input.files.length === 0 && !stale) return;
      event.preventDefault();
      if (showFaults()) input.focus();
      else if (stale) renew();
      else send();
    });
  };

  const form = formOf(document);
  if (form) enhance(form);
})();
`
