//! A form as a browser holds it: the fields that it would send, filled in by name.

use scraper::{ElementRef, Selector};

/// A form of a page, ready to be filled in and sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// Where it is sent.
    pub(crate) action: String,
    /// `get` or `post`.
    pub(crate) method: String,
    /// What would be sent now, in the page's order, hidden fields too.
    pub(crate) fields: Vec<(String, String)>,
    /// Every choice there is: radio buttons, boxes to tick, and options, ticked or not.
    choices: Vec<(String, String)>,
    /// Buttons that say which one was pressed.
    buttons: Vec<(String, String)>,
    /// Fields to type in, which hold one value.
    typed: Vec<String>,
}

impl Form {
    pub(super) fn read(form: ElementRef<'_>, page: &str) -> Self {
        let mut read = Self {
            action: form
                .attr("action")
                .filter(|action| !action.is_empty())
                .unwrap_or(page)
                .to_owned(),
            method: form.attr("method").unwrap_or("get").to_lowercase(),
            fields: Vec::new(),
            choices: Vec::new(),
            buttons: Vec::new(),
            typed: Vec::new(),
        };
        let controls = Selector::parse("input, textarea, select, button").expect("this is CSS");
        for control in form.select(&controls) {
            if let Some(name) = control.attr("name")
                && control.attr("disabled").is_none()
            {
                read.take(control, name);
            }
        }
        read
    }

    fn take(&mut self, control: ElementRef<'_>, name: &str) {
        let value = control.attr("value").unwrap_or_default().to_owned();
        match (
            control.value().name(),
            control.attr("type").unwrap_or("text"),
        ) {
            ("button", "button" | "reset") => {}
            ("button", _) | ("input", "submit") => self.buttons.push((name.to_owned(), value)),
            ("input", "radio" | "checkbox") => {
                let value = control.attr("value").unwrap_or("on").to_owned();
                if control.attr("checked").is_some() {
                    self.fields.push((name.to_owned(), value.clone()));
                }
                self.choices.push((name.to_owned(), value));
            }
            ("select", _) => self.take_select(control, name),
            ("textarea", _) => {
                let text: String = control.text().collect();
                // The parser drops the first line break as a browser does; what is sent has CRLF.
                self.fields.push((
                    name.to_owned(),
                    text.replace("\r\n", "\n").replace('\n', "\r\n"),
                ));
                self.typed.push(name.to_owned());
            }
            (_, kind) => {
                self.fields.push((name.to_owned(), value));
                if kind != "hidden" {
                    self.typed.push(name.to_owned());
                }
            }
        }
    }

    fn take_select(&mut self, select: ElementRef<'_>, name: &str) {
        let option = Selector::parse("option").expect("this is CSS");
        let options: Vec<(String, bool)> = select
            .select(&option)
            .map(|option| {
                let text: String = option.text().collect();
                (
                    option.attr("value").map_or(text, str::to_owned),
                    option.attr("selected").is_some(),
                )
            })
            .collect();
        let chosen = options
            .iter()
            .find(|(_, selected)| *selected)
            .or(options.first());
        if let Some((value, _)) = chosen {
            self.fields.push((name.to_owned(), value.clone()));
        }
        self.choices.extend(
            options
                .into_iter()
                .map(|(value, _)| (name.to_owned(), value)),
        );
    }

    /// The value that a field would send, if the form has it.
    pub(crate) fn value(&self, name: &str) -> Option<String> {
        let sent = self
            .fields
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, value)| value.replace("\r\n", "\n"));
        sent.or_else(|| {
            self.choices
                .iter()
                .any(|(field, _)| field == name)
                .then(String::new)
        })
    }

    /// The form with these fields filled in. A browser can only type where there is a field, and choose what there is.
    /// A name that is given more than once is ticked more than once; an empty choice unticks.
    #[track_caller]
    pub(crate) fn with(mut self, answers: &[(&str, &str)]) -> Self {
        let fillable: Vec<_> = answers
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| self.is_fillable(name))
            .collect();
        self.fields
            .retain(|(field, _)| !fillable.contains(&field.as_str()));
        for (name, value) in answers {
            let choices: Vec<_> = self
                .choices
                .iter()
                .filter(|(field, _)| field == name)
                .map(|(_, value)| value)
                .collect();
            let can = if choices.is_empty() {
                self.typed.iter().any(|field| field == name)
            } else {
                value.is_empty() || choices.iter().any(|choice| choice == value)
            };
            assert!(
                can,
                "the form for {} has no field \"{name}\" for \"{value}\": {:#?}",
                self.action, self
            );
            if choices.is_empty() || !value.is_empty() {
                self.fields.push(((*name).to_owned(), (*value).to_owned()));
            }
        }
        self
    }

    fn is_fillable(&self, name: &str) -> bool {
        self.typed.iter().any(|field| field == name)
            || self.choices.iter().any(|(field, _)| field == name)
    }

    /// The form as if this button had been pressed. Without it, the first one is, as by the Enter key.
    #[track_caller]
    pub(crate) fn press(mut self, name: &str, value: &str) -> Self {
        let button = (name.to_owned(), value.to_owned());
        assert!(
            self.buttons.contains(&button),
            "no button {button:?} among {:?}",
            self.buttons
        );
        self.buttons = vec![button];
        self
    }

    /// The form with something in it that no browser would send: a hidden field changed, a button that is elsewhere.
    pub(crate) fn forged(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self.buttons.retain(|(button, _)| button != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// What goes over the wire.
    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        self.fields
            .iter()
            .chain(self.buttons.first())
            .cloned()
            .collect()
    }
}

/// The pairs as `application/x-www-form-urlencoded`.
pub(crate) fn encoded<N: AsRef<str>, V: AsRef<str>>(pairs: &[(N, V)]) -> String {
    let mut encoded = String::new();
    for (name, value) in pairs {
        if !encoded.is_empty() {
            encoded.push('&');
        }
        encode(name.as_ref(), &mut encoded);
        encoded.push('=');
        encode(value.as_ref(), &mut encoded);
    }
    encoded
}

fn encode(text: &str, onto: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            onto.push(char::from(byte));
        } else {
            let [high, low] =
                [byte >> 4, byte & 15].map(|digit| char::from(DIGITS[usize::from(digit)]));
            onto.extend(['%', high, low]);
        }
    }
}

#[test]
fn a_form_is_sent_as_a_browser_would() {
    let html = scraper::Html::parse_document(
        "<form action='/a' method='post'><input type=hidden name=v value=7><input name=t value=old>\
         <input type=checkbox name=c value=1 checked><input type=checkbox name=c value=2>\
         <textarea name=l>\nx\ny</textarea><select name=s><option>p<option value=q selected></select>\
         <button name=do value=save>Save</button><button name=do value=send>Send</button></form>",
    );
    let form = html
        .select(&Selector::parse("form").expect("this is CSS"))
        .next()
        .expect("a form");
    let form = Form::read(form, "/");
    assert_eq!(
        encoded(&form.pairs()),
        "v=7&t=old&c=1&l=x%0D%0Ay&s=q&do=save"
    );
    let form = form
        .with(&[("t", "n é"), ("c", "1"), ("c", "2"), ("s", "p")])
        .press("do", "send");
    assert_eq!(
        encoded(&form.pairs()),
        "v=7&l=x%0D%0Ay&t=n%20%C3%A9&c=1&c=2&s=p&do=send"
    );
}
