//! Whose submission a file is: by its folder, else by the names in its titles.

use super::Terms;
use crate::model::dataset::FileRead;
use crate::model::submission::{Department, IgnoreReason, Ignored};
use crate::vocabulary::register::Register;
use std::collections::{BTreeSet, HashMap};

/// Slug of the body behind files that nothing names.
const UNNAMED: &str = "khong-ro-don-vi";

/// Gives every file its department and lists all departments, sorted by slug. A body outside the
/// register is listed under a slug made from its folder. An answer is that department's
/// whose submission it answers.
pub fn resolve(files: &mut [FileRead], register: &Register, year: i32) -> Vec<Department> {
    let mut departments = register.departments.clone();
    let mut by_slug: HashMap<String, usize> = departments
        .iter()
        .enumerate()
        .map(|(index, d)| (d.slug.clone(), index))
        .collect();
    for file in files.iter_mut() {
        let index = registered(file, register, year).unwrap_or_else(|| {
            let body = unregistered(file);
            *by_slug.entry(body.slug.clone()).or_insert_with(|| {
                departments.push(body);
                departments.len() - 1
            })
        });
        file.department = index as u32;
    }
    follow_answers(files);
    sort(departments, files)
}

/// The mark of an answer says whose submission it answers, whatever folder it lies in.
fn follow_answers(files: &mut [FileRead]) {
    let mut senders: HashMap<String, Vec<u32>> = HashMap::new();
    for file in files.iter().filter(|file| file.returned().is_none()) {
        let own = senders.entry(file.digest.clone()).or_default();
        own.push(file.department);
    }
    for file in files.iter_mut() {
        let Some(returned) = file.returned() else {
            continue;
        };
        let answered = returned.answers.iter();
        let owners: Vec<u32> = answered
            .filter_map(|digest| senders.get(digest))
            .flatten()
            .copied()
            .collect();
        if let Some(&owner) = owners.first()
            && !owners.contains(&file.department)
        {
            file.department = owner;
            file.doubts.misfiled = !file.submission.folder.is_empty();
        }
    }
}

fn registered(file: &FileRead, register: &Register, year: i32) -> Option<usize> {
    let folder = &file.submission.folder;
    let names = file.segmentation.department_names.iter();
    let mut candidates = Some(folder)
        .filter(|folder| !folder.is_empty())
        .into_iter()
        .chain(names);
    candidates.find_map(|name| register.find(name, year))
}

fn unregistered(file: &FileRead) -> Department {
    let titled = file.segmentation.department_names.first();
    let folder = &file.submission.folder;
    let (slug, name) = match (folder.is_empty(), titled) {
        (false, titled) => (Register::slug_for(folder), titled.unwrap_or(folder).clone()),
        (true, Some(name)) => (Register::slug_for(name), name.clone()),
        (true, None) => (UNNAMED.to_string(), "Không rõ đơn vị".to_string()),
    };
    Department {
        slug: if slug.is_empty() {
            UNNAMED.to_string()
        } else {
            slug
        },
        short_name: name.clone(),
        name,
        ..Department::default()
    }
}

fn sort(departments: Vec<Department>, files: &mut [FileRead]) -> Vec<Department> {
    let mut order: Vec<usize> = (0..departments.len()).collect();
    order.sort_by(|&a, &b| departments[a].slug.cmp(&departments[b].slug));
    let mut place = vec![0u32; departments.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    for file in files {
        file.department = place[file.department as usize];
    }
    let mut slots: Vec<Option<Department>> = departments.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|old| slots[old].take())
        .collect()
}

/// The department that a folder is of, where it is known; by index.
fn department_of_folder(departments: &[Department], folder: &str, terms: &Terms) -> Option<u32> {
    let registered = terms.register.find(folder, terms.year);
    let slug = registered
        .and_then(|at| terms.register.departments.get(at))
        .map(|d| d.slug.clone());
    let slug = slug.unwrap_or_else(|| Register::slug_for(folder));
    let at = departments.iter().position(|d| d.slug == slug);
    at.map(|at| at as u32)
}

/// Gives every file that was passed over its department.
pub fn resolve_ignored(ignored: &mut [Ignored], departments: &[Department], terms: &Terms) {
    for one in ignored {
        one.department = department_of_folder(departments, &one.folder, terms);
    }
}

/// Departments of which nobody knows what they sent: something in their folder could not be opened, or
/// all that they sent cannot be read.
pub fn unread(files: &[FileRead], ignored: &[Ignored]) -> Vec<u32> {
    let has_table = files.iter().filter(|file| file.says_something());
    let heard: BTreeSet<u32> = has_table.map(|file| file.department).collect();
    let unknown = |one: &&Ignored| match one.reason {
        IgnoreReason::NotReadable => true,
        IgnoreReason::Document => one.department.is_some_and(|of| !heard.contains(&of)),
        _ => false,
    };
    let damaged = files.iter().filter(|file| {
        file.unreadable.is_some() && !file.is_empty_file() && !heard.contains(&file.department)
    });
    let of_ignored = ignored.iter().filter(unknown);
    let of_ignored = of_ignored.filter_map(|one| one.department);
    let unread: BTreeSet<u32> = of_ignored
        .chain(damaged.map(|file| file.department))
        .collect();
    unread.into_iter().collect()
}
