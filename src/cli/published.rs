//! Arguments of the commands that put the site where visitors find it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{CheckArgs, read_now};
use crate::outputs::hosting::Server;
use crate::pipeline::Now;
use crate::problem::MessageLanguage;
use crate::upload::Target;
use crate::values::HostingFile;

/// Arguments of `publish`.
#[derive(Debug, Args)]
pub struct PublishArgs {
    /// A folder, ssh://USER@HOST:PORT/PATH (needs rsync), or NAME:PATH (needs rclone, with a
    /// remote of that name)
    #[arg(value_parser = |text: &str| Target::read(text).ok_or("neither a folder nor ssh://HOST/PATH nor NAME:PATH"))]
    pub target: Target,
    /// The folder that was built [default: public in the root]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Only say what would be done
    #[arg(long)]
    pub dry_run: bool,
    /// The folder with content/: its site.yaml says what was withdrawn
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
    /// Only say how it ended
    #[arg(long)]
    pub quiet: bool,
}

/// Arguments of `hosting`.
#[derive(Debug, Args)]
pub struct HostingArgs {
    /// The web server
    #[arg(value_enum)]
    pub server: ServerName,
    /// The folder of the host on the server [default: /srv/www/HOST]; the files of a site with a
    /// path in its address lie in a folder of that path below it
    #[arg(long, value_name = "DIR")]
    pub folder: Option<String>,
    /// The folder with content/ and themes/
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// The address of the finished site, instead of base_url in site.yaml
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Work as if it were this time, see `bba build --help`
    #[arg(long, value_name = "TIME", value_parser = read_now)]
    pub now: Option<Now>,
    /// The language of messages [default: that of the environment, otherwise that of the site]
    #[arg(long, value_enum)]
    pub lang: Option<MessageLanguage>,
}

/// A web server as it is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ServerName {
    /// A file that nginx includes
    Nginx,
    /// A part of a Caddyfile
    Caddy,
    /// Apache: a .htaccess
    #[value(alias = ".htaccess")]
    Apache,
    /// The file _headers of Netlify and Cloudflare Pages
    #[value(name = "_headers", alias = "headers")]
    Headers,
    /// The file _redirects of Netlify, Cloudflare Pages and GitLab Pages
    #[value(name = "_redirects", alias = "redirects")]
    Redirects,
}

impl From<ServerName> for Server {
    fn from(name: ServerName) -> Server {
        match name {
            ServerName::Nginx => Server::Nginx,
            ServerName::Caddy => Server::Caddy,
            ServerName::Apache => Server::File(HostingFile::Apache),
            ServerName::Headers => Server::File(HostingFile::Headers),
            ServerName::Redirects => Server::File(HostingFile::Redirects),
        }
    }
}

impl HostingArgs {
    /// What `check` would be asked for.
    pub fn common(&self) -> CheckArgs {
        CheckArgs::of(&self.root, &self.base_url, &self.now, self.lang)
    }
}
