//! Whose submission a file is: by its folder, else by the names in its titles.

use crate::model::dataset::FileRead;
use crate::model::submission::Department;
use crate::vocabulary::register::Register;
use std::collections::HashMap;

/// Slug of the body behind files that nothing names.
const UNNAMED: &str = "khong-ro-don-vi";

/// Gives every file its department and lists all departments, sorted by slug. A body outside the
/// register is listed under a slug made from its folder. An answer that lies in nobody's folder is
/// that department's whose submission it answers.
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

fn follow_answers(files: &mut [FileRead]) {
    let lost = |file: &FileRead| file.submission.folder.is_empty() && file.returned().is_some();
    if !files.iter().any(lost) {
        return;
    }
    let own = |file: &FileRead| (file.digest.clone(), file.department);
    let senders: HashMap<String, u32> = files.iter().filter(|f| !lost(f)).map(own).collect();
    for file in files.iter_mut().filter(|file| lost(file)) {
        let answered = file
            .returned()
            .into_iter()
            .flat_map(|returned| &returned.answers);
        if let Some(sender) = answered.filter_map(|digest| senders.get(digest)).next() {
            file.department = *sender;
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
        aliases: Vec::new(),
        owes: Vec::new(),
        from: None,
        to: None,
        registered: false,
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
