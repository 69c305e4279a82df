//! Where written letters go: to a mail server, or into files that only the server's user can read.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, Header, HeaderName, HeaderValue,
};
use lettre::message::{Body, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::response::Category;
use lettre::transport::smtp::{self, AsyncSmtpTransportBuilder, PoolConfig};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use plaudit_domain::person::Email;
use tokio::fs;
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use super::Forms;

/// How long a mail server may take over one letter; then it is tried again later.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The most bytes of a line that a mail server must take (RFC 5321), without its end.
const LONGEST_LINE: usize = 998;

/// A letter in its envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// The Message-ID, the same at every try, so that a letter that goes out twice is seen once.
    pub message_id: String,
    /// Its date.
    pub at: Timestamp,
    /// The name that it comes from.
    pub from_name: String,
    /// The address that it comes from.
    pub from: String,
    /// The name of whoever answers it.
    pub reply_name: String,
    /// Their address.
    pub reply_to: Email,
    /// To whom.
    pub to: Email,
    /// The subject line.
    pub subject: String,
    /// What is in it.
    pub forms: Forms,
}

impl Envelope {
    /// What is left of the Message-ID's `@`: the letter's own id.
    fn stem(&self) -> &str {
        self.message_id.split('@').next().unwrap_or_default()
    }
}

/// Says that no person pressed "send" (RFC 3834), so that answering machines keep quiet.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// Why a letter was not taken.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It will never be: the address cannot be written to, or the mail server refuses it for good.
    #[error("{0}")]
    ForGood(String),
    /// Perhaps later.
    #[error("{0}")]
    ForNow(String),
}

/// Who takes the letters. A clone is the same post office.
#[derive(Clone)]
pub struct PostOffice(Kind);

#[derive(Clone)]
enum Kind {
    Smtp(Arc<Line>),
    Folder(Arc<Path>),
}

/// The way to a mail server, with the connection that was left in order, if there is one.
///
/// Whoever sends takes the connection out and lays it back only after the server has answered for that letter. One that was
/// given up in the middle is never used again: the next letter would be taken for answered by what the server says of this one.
struct Line {
    builder: AsyncSmtpTransportBuilder,
    in_order: Mutex<Option<Transport>>,
    patience: Duration,
}

type Transport = AsyncSmtpTransport<Tokio1Executor>;

impl Line {
    async fn send(&self, message: Message) -> Result<(), NotTaken> {
        let kept = self.lay(None);
        let transport = kept.unwrap_or_else(|| self.builder.clone().build());
        match timeout(self.patience, transport.send(message)).await {
            Ok(answer) => {
                self.lay(Some(transport));
                answer.map(|_| ()).map_err(|error| refused(&error))
            }
            Err(_) => Err(NotTaken::ForNow(format!(
                "the mail server did not answer within {} seconds",
                self.patience.as_secs()
            ))),
        }
    }

    /// Lays this in the place of what was kept, and answers that.
    fn lay(&self, transport: Option<Transport>) -> Option<Transport> {
        let mut in_order = self.in_order.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *in_order, transport)
    }
}

impl PostOffice {
    /// A mail server, by URL, which may take so long over one letter: [`PATIENCE`], but in tests.
    pub fn smtp(url: &str, patience: Duration) -> Result<Self, smtp::Error> {
        let builder = Transport::from_url(url)?
            // A server has several addresses: one that swallows everything leaves time for the others.
            .timeout(Some(patience / 3))
            .pool_config(PoolConfig::new().max_size(1));
        Ok(Self(Kind::Smtp(Arc::new(Line {
            builder,
            in_order: Mutex::default(),
            patience,
        }))))
    }

    /// A folder that only the server's user can read, one file a letter.
    pub fn folder(path: PathBuf) -> Self {
        Self(Kind::Folder(path.into()))
    }

    /// Hands a letter over.
    pub(crate) async fn take(&self, envelope: Envelope) -> Result<(), NotTaken> {
        match &self.0 {
            Kind::Smtp(line) => line.send(message(&envelope, Goes::ToAServer)?).await,
            Kind::Folder(folder) => {
                let bytes = message(&envelope, Goes::IntoAFile)?.formatted();
                put(folder, &format!("{}.eml", envelope.stem()), &bytes)
                    .await
                    .map_err(|error| NotTaken::ForNow(error.to_string()))
            }
        }
    }
}

/// What a mail server's answer means for the letter.
fn refused(error: &smtp::Error) -> NotTaken {
    // Not being let in is the operator's to put right, and no fault of the letter's.
    let is_about_signing_in = error
        .status()
        .is_some_and(|code| code.category == Category::Unspecified3);
    if error.is_permanent() && !is_about_signing_in {
        NotTaken::ForGood(error.to_string())
    } else {
        NotTaken::ForNow(error.to_string())
    }
}

/// Where a message goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goes {
    ToAServer,
    IntoAFile,
}

/// The letter as mail servers take it.
fn message(envelope: &Envelope, goes: Goes) -> Result<Message, NotTaken> {
    let for_good = |error: &dyn std::error::Error| NotTaken::ForGood(error.to_string());
    let address = |text: &str| text.parse::<Address>().map_err(|error| for_good(&error));
    let from = address(&envelope.from)?;
    let reply_to = address(envelope.reply_to.as_str())?;
    let to = address(envelope.to.as_str())?;
    // The boundary is the letter's own too, so that the same letter is the same bytes. The last part is the best.
    let body = MultiPart::alternative()
        .boundary(format!("plaudit-{}", envelope.stem()))
        .singlepart(plain(&envelope.forms.text, goes))
        .singlepart(SinglePart::html(envelope.forms.html.clone()));
    let seconds = u64::try_from(envelope.at.as_second()).unwrap_or_default();
    Message::builder()
        .message_id(Some(format!("<{}>", envelope.message_id)))
        .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
        .from(Mailbox::new(Some(on_one_line(&envelope.from_name)), from))
        .reply_to(Mailbox::new(
            Some(on_one_line(&envelope.reply_name)),
            reply_to,
        ))
        .to(Mailbox::new(None, to))
        .subject(on_one_line(&envelope.subject))
        .header(AutoSubmitted)
        .multipart(body)
        .map_err(|error| for_good(&error))
}

/// The plain part, in which a long link is whole also for whoever reads the message itself: as it is in a file, and to a mail
/// server where it is ASCII. Other letters are encoded for the way, since not every mail server takes eight bits.
fn plain(text: &str, goes: Goes) -> SinglePart {
    let text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    let is_plain = text
        .split("\r\n")
        .all(|line| line.len() <= LONGEST_LINE && !line.contains(['\r', '\0']));
    let as_it_is = |encoding| Body::dangerous_pre_encoded(text.clone().into_bytes(), encoding);
    let body = match goes {
        _ if is_plain && text.is_ascii() => as_it_is(ContentTransferEncoding::SevenBit),
        Goes::IntoAFile if is_plain => as_it_is(ContentTransferEncoding::EightBit),
        _ => Body::new(text),
    };
    SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .body(body)
}

/// No field that a form takes holds a line break; whatever else may come to stand here, it ends no header.
fn on_one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

/// Writes the file whole or not at all, for the server's user only.
async fn put(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        builder.mode(0o700);
        options.mode(0o600);
    }
    builder.create(folder).await?;
    let draft = folder.join(format!(".{name}"));
    let mut file = options.open(&draft).await?;
    file.write_all(bytes).await?;
    file.sync_all().await?;
    fs::rename(draft, folder.join(name)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn envelope() -> Envelope {
        let address = |text| Email::parse(text).expect("an address");
        Envelope {
            message_id: "0190@award.example".to_owned(),
            at: "2027-03-02T12:00:00Z".parse().expect("an instant"),
            from_name: "Society of Examples".to_owned(),
            from: "award@society.example".to_owned(),
            reply_name: "Ann Lee".to_owned(),
            reply_to: address("ann.lee@society.example"),
            to: address("sian@marrowby.example"),
            subject: "Siân’s nomination".to_owned(),
            forms: Forms {
                text: "Dear Siân,\n\nThank you. 🎉\n".to_owned(),
                html: "<p>Dear Siân,</p>".to_owned(),
            },
        }
    }

    #[test]
    fn the_same_letter_is_the_same_message() {
        let bytes = |envelope: &Envelope| {
            let message = message(envelope, Goes::ToAServer);
            message.expect("a message").formatted()
        };
        assert_eq!(bytes(&envelope()), bytes(&envelope()));
        let text = String::from_utf8(bytes(&envelope())).expect("a message is ASCII");
        insta::assert_snapshot!("a_message", text.replace("\r\n", "\n"));
    }

    #[test]
    fn a_long_link_is_whole_for_whoever_reads_the_message_itself() {
        let link = format!("https://award.example/nominations/{}", "a1".repeat(32));
        let written = |text: String, goes| {
            let html = String::new();
            let forms = Forms { text, html };
            let message = message(
                &Envelope {
                    forms,
                    ..envelope()
                },
                goes,
            );
            String::from_utf8(message.expect("a message").formatted()).expect("it is UTF-8")
        };
        let plain = format!("Your link?x=1\n\n    {link}\n");
        for goes in [Goes::ToAServer, Goes::IntoAFile] {
            let message = written(plain.clone(), goes);
            assert!(message.is_ascii());
            assert!(message.contains("Content-Transfer-Encoding: 7bit"));
            assert!(message.contains(&format!("?x=1\r\n\r\n    {link}\r\n")));
        }
        let welsh = format!("Siân’s link\n\n    {link}\n");
        let message = written(welsh.clone(), Goes::IntoAFile);
        assert!(message.contains("Content-Transfer-Encoding: 8bit"));
        assert!(message.contains(&format!("Siân’s link\r\n\r\n    {link}\r\n")));
        // Not every mail server takes eight bits, and none a longer line.
        let longer = format!("{plain}{}\n", "x".repeat(LONGEST_LINE + 1));
        for (text, goes) in [(welsh, Goes::ToAServer), (longer, Goes::IntoAFile)] {
            let message = written(text, goes);
            assert!(message.is_ascii());
            assert!(message.contains("Content-Transfer-Encoding: quoted-printable"));
            assert!(message.lines().all(|line| line.len() <= 78), "{message}");
        }
    }

    #[test]
    fn nothing_that_was_typed_becomes_a_header() {
        let odd = Envelope {
            from_name: "Society\r\nBcc: victim@evil.example".to_owned(),
            reply_name: "Ann\nBcc: victim@evil.example".to_owned(),
            subject: "Your letter\r\nBcc: victim@evil.example\r\n\r\nBuy this".to_owned(),
            ..envelope()
        };
        let text = String::from_utf8(
            message(&odd, Goes::ToAServer)
                .expect("a message")
                .formatted(),
        )
        .expect("a message is ASCII");
        let (head, _) = text.split_once("\r\n\r\n").expect("a head and a body");
        assert!(head.lines().all(|line| !line.starts_with("Bcc:")), "{head}");
        assert!(!head.contains("Buy this\r\n\r\n"), "{head}");
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn a_letter_in_a_file_is_for_the_servers_user_only() {
        use std::os::unix::fs::PermissionsExt;

        let data = tempfile::tempdir().expect("a folder");
        let folder = data.path().join("letters");
        let office = PostOffice::folder(folder.clone());
        office.take(envelope()).await.expect("the file is written");
        let file = folder.join("0190.eml");
        let mode = |path: &Path| {
            let metadata = std::fs::metadata(path).expect("it is there");
            metadata.permissions().mode() & 0o777
        };
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&file), 0o600);
        assert_eq!(std::fs::read_dir(&folder).expect("a folder").count(), 1);
    }

    #[test]
    fn an_address_that_no_mail_server_takes_is_given_up() {
        let odd = Envelope {
            from: "nobody".to_owned(),
            ..envelope()
        };
        assert!(matches!(
            message(&odd, Goes::ToAServer),
            Err(NotTaken::ForGood(_))
        ));
    }
}
